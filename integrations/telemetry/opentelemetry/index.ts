export { createOpentelemetry } from './create-opentelemetry.ts';
