// The outcome of something that a person, a file or a device can make fail: a value, or problems someone can act on.

/** What is wrong, where, and what to do about it. `path` is a JSON path such as `steps[2].step.part`. */
export type Problem = { readonly path: string; readonly reason: string; readonly remedy: string }

export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export const succeed = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const fail = <Failure>(failure: Failure): Result<never, Failure> => ({ ok: false, failure })
