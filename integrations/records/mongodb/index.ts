export { createMongodbRecords } from './create-mongodb-records.ts';
export { type MongodbConnection, openMongodb } from './open-mongodb.ts';
