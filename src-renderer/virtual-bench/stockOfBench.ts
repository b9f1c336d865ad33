// Fills the virtual bench's bins with the parts that the task binds to them: known parts as models, others as their
// extruded outline.
import type { TableSetup } from '../../src-domain/contract/table.contract.ts'
import type { TaskId } from '../../src-domain/ids.ts'
import type { PartKind, PartLook } from './parts/partModels.ts'
import type { StockItem } from './stock.ts'

/** The parts of the sample tasks that have a model. */
const models: Readonly<Record<string, PartKind>> = {
  barrel: 'penBarrel',
  refill: 'penRefill',
  cap: 'penCap',
  bag: 'bag',
  screw: 'screw',
  'wall-plug': 'wallPlug',
  washer: 'washer',
  'earth-pin': 'plugPin',
  'live-pin': 'plugPin',
  'neutral-pin': 'plugPin',
  spring: 'spring',
  lever: 'bellLever',
  dome: 'bellDome',
}
/** Models for part names that mean different things in different tasks. */
const modelsByTask: Readonly<Record<string, Readonly<Record<string, PartKind>>>> = {
  plug: { base: 'plugHousing', cover: 'plugHousing' },
  bell: { base: 'bellBase' },
}

const colours = ['#5b8fb9', '#d9a441', '#7aa874', '#b86f52', '#8d7bb5', '#c9c2b2']
const piecesPerBin = 12

/** The parts in each bin. Bins without a bound part stay empty. */
export const stockOfBench = ({ stock }: TableSetup, taskId: TaskId | null): readonly StockItem[] =>
  stock.map(({ binId, partId, contour }, index) => ({
    bin: binId,
    count: piecesPerBin,
    part: lookOf(
      modelsByTask[taskId ?? '']?.[partId] ?? models[partId],
      contour,
      colours[index % colours.length] ?? '#888888',
    ),
  }))

function lookOf(kind: PartKind | undefined, contour: readonly (readonly [number, number])[], color: string): PartLook {
  return kind === undefined ? { kind: 'generic', contour, thicknessMm: 8, color } : { kind }
}
