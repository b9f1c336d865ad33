// How codes stand on paper and come back from it: the codes of the log and the recovery code.

/** Crockford's base 32: no I, L, O and U, so that nothing looks like something else. Each symbol's value is its place. */
export const paperSymbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Symbols in groups of four, with hyphens. */
export const inGroups = (symbols: string): string => symbols.replaceAll(/(.{4})(?=.)/g, '$1-')

/** The symbols of a code as somebody typed it: without spaces and hyphens, O read as 0, I and L as 1. */
export const symbolsTyped = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
