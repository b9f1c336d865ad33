// A database file as it lies, for commands that damage, compare and measure it: not migrated, not checked, not prepared for use.
import Database from 'better-sqlite3'
import type { Connection } from './connection.ts'

/** @throws when there is no such file. */
export const openRawDatabase = (path: string, { readonly = false } = {}): Connection =>
  new Database(path, { readonly, fileMustExist: true })
