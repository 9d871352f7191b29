import { createOpenApiDocument } from './create-openapi-document.ts';

// npx tsx integrations/company-api/print-openapi.ts > docs/reference/company-api.openapi.json
process.stdout.write(`${JSON.stringify(createOpenApiDocument(), null, 2)}\n`);
