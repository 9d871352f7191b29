export { createPrometheus } from './create-prometheus.ts';
