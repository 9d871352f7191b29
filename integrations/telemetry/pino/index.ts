export { createPinoTelemetry, type PinoTelemetryConfig } from './create-pino-telemetry.ts';
