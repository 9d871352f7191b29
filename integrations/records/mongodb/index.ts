export { createMongodbRecords } from './create-mongodb-records.ts';
export { type MongodbConnection, type MongodbFinding, openMongodb } from './open-mongodb.ts';
