import { expect, it } from 'vitest'
import { folderCycles } from './folderCycles.ts'

const imports = (...lines: string[]) =>
  lines.map((line) => {
    const [from = '', to = ''] = line.split(' > ')
    return { from, to }
  })

it('finds two folders that need each other, at any depth, and names the imports', () => {
  const cycle = imports('app/ui/a/x.ts > app/ui/b/y.ts', 'app/ui/b/z.ts > app/ui/a/inner/w.ts')
  expect(folderCycles([...cycle, ...imports('app/ui/a/x.ts > app/lib/l.ts')])).toEqual([
    { parent: 'app/ui', folders: ['a', 'b'], imports: cycle },
  ])
})

it('finds a cycle that leads through a third folder', () => {
  const found = folderCycles(imports('a/x.ts > b/x.ts', 'b/y.ts > c/x.ts', 'c/y.ts > a/y.ts', 'd/x.ts > a/x.ts'))
  expect(found.map(({ folders }) => folders)).toEqual([['a', 'b', 'c']])
})

it('allows a folder to need its neighbours one way, its own folders and the files above it', () => {
  expect(
    folderCycles(imports('a/x.ts > b/x.ts', 'a/x.ts > a/inner/y.ts', 'a/inner/y.ts > a/z.ts', 'main.ts > a/x.ts')),
  ).toEqual([])
})
