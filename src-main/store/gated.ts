// Puts one condition before a whole interface.

type Functions = Readonly<Record<string, (...args: never[]) => unknown>>

/** The same functions, each run by `run`. */
export function gated<Api extends Functions>(api: Api, run: <Value>(work: () => Value) => Value): Api {
  const wrapped = Object.entries(api).map(([name, member]) => [name, (...args: never[]) => run(() => member(...args))])
  return Object.fromEntries(wrapped) as Api
}
