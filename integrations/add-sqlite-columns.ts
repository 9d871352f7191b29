import type Database from 'libsql';

/**
 * Adds to a table the columns that came after it was first released, where they are missing; code of that time does not mind them.
 * @param columns name → type: `{ trace: 'TEXT' }`
 */
export function addSqliteColumns(
  database: Database.Database,
  table: string,
  columns: Readonly<Record<string, string>>,
): void {
  // A row of this pragma names a column.
  const known = database.prepare(`PRAGMA table_info(${table})`).all() as { readonly name: string }[];
  for (const [column, type] of Object.entries(columns)) {
    if (!known.some(({ name }) => name === column)) database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
  }
}
