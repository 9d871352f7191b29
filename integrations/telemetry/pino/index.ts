export { createPinoTelemetry } from './create-pino-telemetry.ts';
