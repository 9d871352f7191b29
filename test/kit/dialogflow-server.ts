import { protos } from '@google-cloud/dialogflow-cx';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';

const { MatchIntentRequest, MatchIntentResponse } = protos.google.cloud.dialogflow.cx.v3;
type Request = protos.google.cloud.dialogflow.cx.v3.MatchIntentRequest;
export type MatchIntentAnswer = protos.google.cloud.dialogflow.cx.v3.IMatchIntentResponse;

/** A Dialogflow CX that answers as a test says. */
export interface DialogflowServer {
  readonly port: number;
  /** Every request that came, as the client's own messages. */
  readonly requests: Request[];
  /** The answer to the next requests; a number is a gRPC status that they fail with. Never settling is a server that hangs. */
  answer: (request: Request) => Promise<MatchIntentAnswer | number>;
  close(): void;
}

/** Serves `Sessions.MatchIntent` by gRPC on a free port of this machine, with the messages that the client ships. */
export async function startDialogflowServer(): Promise<DialogflowServer> {
  const requests: Request[] = [];
  const server = new Server();
  const matchIntent = {
    path: '/google.cloud.dialogflow.cx.v3.Sessions/MatchIntent',
    ...{ requestStream: false, responseStream: false },
    requestSerialize: (message: Request) => Buffer.from(MatchIntentRequest.encode(message).finish()),
    requestDeserialize: (bytes: Buffer) => MatchIntentRequest.decode(bytes),
    responseSerialize: (message: MatchIntentAnswer) =>
      Buffer.from(MatchIntentResponse.encode(MatchIntentResponse.fromObject(message)).finish()),
    responseDeserialize: (bytes: Buffer) => MatchIntentResponse.decode(bytes),
  };
  const opened: DialogflowServer = {
    port: 0,
    requests,
    answer: async () => ({}),
    close: () => server.forceShutdown(),
  };
  server.addService(
    { matchIntent },
    {
      matchIntent: (call: ServerUnaryCall<Request, MatchIntentAnswer>, tell: sendUnaryData<MatchIntentAnswer>) => {
        requests.push(call.request);
        void opened
          .answer(call.request)
          .then((answer) =>
            typeof answer === 'number'
              ? tell({ code: answer, details: call.request.queryInput?.text?.text ?? '' })
              : tell(null, answer),
          );
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (fault, bound) =>
      fault ? reject(fault) : resolve(bound),
    );
  });
  return Object.assign(opened, { port });
}
