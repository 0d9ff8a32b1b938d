import { DuckDBInstance, type Json } from '@duckdb/node-api';

/** A database in memory. */
export interface Database {
  /** The rows that a query gives; whole numbers of 64 bits come as strings. */
  rows(query: string): Promise<Record<string, Json>[]>;
  close(): void;
}

/** Opens DuckDB; a query finds its files in `directory`. */
export async function openDatabase(directory: string): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET file_search_path = '${directory}'`);
  return {
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
