// Finds folders beside each other that need each other: two such folders are one, and cannot be read, tested or moved apart.

export type FileImport = { readonly from: string; readonly to: string }

/** A cycle of sibling folders, and the imports that close it. */
export type FolderCycle = {
  /** The folder that they all lie in; empty for the project's own. */
  readonly parent: string
  readonly folders: readonly string[]
  readonly imports: readonly FileImport[]
}

/** All cycles between sibling folders, at every depth. Paths are separated by `/`; files that lie beside a folder belong to none. */
export function folderCycles(imports: readonly FileImport[]): FolderCycle[] {
  const byParent = new Map<string, { readonly a: string; readonly b: string; readonly file: FileImport }[]>()
  for (const file of imports) {
    const [from, to] = [file.from.split('/').slice(0, -1), file.to.split('/').slice(0, -1)]
    const depth = from.findIndex((folder, at) => folder !== to[at])
    const [a, b] = [from[depth], to[depth]]
    if (a === undefined || b === undefined) continue
    const parent = from.slice(0, depth).join('/')
    byParent.set(parent, [...(byParent.get(parent) ?? []), { a, b, file }])
  }
  return [...byParent].flatMap(([parent, edges]) => {
    const reachable = reachableFolders(edges)
    const inCycle = [...reachable.keys()].filter((folder) => reachable.get(folder)?.has(folder))
    const groups = Map.groupBy(inCycle, (folder) =>
      inCycle
        .filter((other) => reachable.get(folder)?.has(other) && reachable.get(other)?.has(folder))
        .sort()
        .join('\n'),
    )
    return [...groups.values()].map((folders) => ({
      parent,
      folders: folders.toSorted(),
      imports: edges.filter(({ a, b }) => folders.includes(a) && folders.includes(b)).map(({ file }) => file),
    }))
  })
}

/** For each folder every folder that it needs, directly or through others. */
function reachableFolders(edges: readonly { readonly a: string; readonly b: string }[]): Map<string, Set<string>> {
  const reachable = new Map<string, Set<string>>()
  for (const { a, b } of edges) reachable.set(a, (reachable.get(a) ?? new Set()).add(b))
  for (let grows = true; grows; ) {
    grows = false
    for (const needed of reachable.values()) {
      const before = needed.size
      for (const one of [...needed]) for (const further of reachable.get(one) ?? []) needed.add(further)
      grows ||= needed.size > before
    }
  }
  return reachable
}
