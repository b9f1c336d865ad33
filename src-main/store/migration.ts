/** A step of the schema. Released migrations are never edited: the next change is the next file. */
export type Migration = { readonly version: number; readonly sql: string }
