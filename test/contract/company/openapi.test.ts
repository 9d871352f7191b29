import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createOpenApiDocument } from '../../../integrations/company-api/create-openapi-document.ts';

const file = path.resolve(__dirname, '../../../docs/reference/company-api.openapi.json');

it('the OpenAPI document in the docs is what the schemas say; `npm run docs` writes it anew', () => {
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(createOpenApiDocument());
});
