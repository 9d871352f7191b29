import {
  createMongodbRecords,
  type MongodbConnection,
  openMongodb,
} from '../../../integrations/records/mongodb/index.ts';
import { isMongodbHere, useMongodb } from '../../kit/mongodb-server.ts';
import { describeWith } from '../../kit/what-is-here.ts';
import { recordsContract } from './records-contract.ts';

describeWith('mongodb', isMongodbHere)('with a real server', () => {
  let server: Awaited<ReturnType<typeof useMongodb>>;
  beforeAll(async () => {
    server = await useMongodb();
  });
  afterAll(() => server?.end());

  recordsContract({
    name: 'mongodb',
    create: async () => {
      const url = server.newUrl();
      const opened: MongodbConnection[] = [];
      const another = () => {
        const mongodb = openMongodb(url);
        opened.push(mongodb);
        return createMongodbRecords({ mongodb });
      };
      return {
        records: another(),
        another: async () => another(),
        reopen: async () => {
          await Promise.all(opened.splice(0).map((one) => one.close()));
          return another();
        },
        end: async () => {
          const connection = openMongodb(url);
          await (await connection.ready()).dropDatabase();
          await Promise.all([...opened, connection].map((one) => one.close()));
        },
      };
    },
  });
});
