// Synthetic answers with the structure of other data sets, to check that nothing is specific to one data set.
import { createChance } from '../policy/chance.ts'

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** Many learners with few answers each, many items per skill, practised in blocks; without times or latencies. */
export function manyShortLearners(seed: number, learners = 4000): string {
  const chance = createChance(seed)
  const skills = Array.from({ length: 120 }, () => ({
    difficulty: chance.normal(-0.5, 1),
    gain: chance.logNormal(0.08, 0.6),
  }))
  const items = Array.from({ length: 15_000 }, (_, item) => ({
    skill: item % skills.length,
    difficulty: chance.normal(0, 0.8),
  }))
  const lines = ['learner,item,skill,time_s,correct,latency_ms']
  for (let learner = 0; learner < learners; learner++) {
    const ability = chance.normal(0, 0.9)
    const own = skills.map(() => chance.normal(0, 0.7))
    let left = Math.ceil(chance.logNormal(40, 0.9))
    while (left > 0) {
      const skill = Math.floor(chance.uniform() ** 1.5 * skills.length)
      const { difficulty, gain } = skills[skill] ?? { difficulty: 0, gain: 0 }
      for (let block = Math.min(left, 3 + Math.floor(chance.uniform() * 9)); block > 0; block--, left--) {
        const item = skill + skills.length * Math.floor(chance.uniform() * (items.length / skills.length))
        const x = ability + (own[skill] ?? 0) - difficulty - (items[item]?.difficulty ?? 0)
        const correct = chance.uniform() < 0.08 + 0.88 * sigmoid(x)
        own[skill] = (own[skill] ?? 0) + gain * (correct ? 1 : 0.7)
        lines.push(`${learner},${item},${skill},,${correct ? 1 : 0},`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}

/** Few learners with many answers each, who solve the same problems step by step; items differ strongly; times, no latencies. */
export function fewLongLearners(seed: number, learners = 300): string {
  const chance = createChance(seed)
  const skills = Array.from({ length: 80 }, () => ({
    difficulty: chance.normal(0, 0.6),
    gain: chance.logNormal(0.06, 0.5),
  }))
  const problems = Array.from({ length: 200 }, () => ({
    kind: chance.uniform(),
    steps: Array.from({ length: 6 }, () => ({
      skill: Math.floor(chance.uniform() * skills.length),
      difficulty: chance.normal(-1, 1.3),
      telling: chance.logNormal(1, 0.3),
    })),
  }))
  const lines = ['learner,item,skill,time_s,correct,latency_ms']
  for (let learner = 0; learner < learners; learner++) {
    const [ability, taste] = [chance.normal(0, 0.8), chance.normal(0, 0.6)]
    const own = skills.map(() => chance.normal(0, 0.4))
    let now = 1_300_000_000 + Math.floor(chance.uniform() * 86_400)
    problems.forEach(({ kind, steps }, problem) => {
      if (chance.uniform() > 0.45) return
      const here = chance.normal(0, 0.5) + (kind - 0.5) * 2 * taste
      now += chance.uniform() < 0.1 ? 86_400 * Math.ceil(chance.uniform() * 6) : 120
      steps.forEach(({ skill, difficulty, telling }, step) => {
        const x = telling * (ability + here + (own[skill] ?? 0) - difficulty - (skills[skill]?.difficulty ?? 0))
        const correct = chance.uniform() < 0.02 + 0.96 * sigmoid(x)
        own[skill] = (own[skill] ?? 0) + (skills[skill]?.gain ?? 0)
        now += 5 + Math.floor(chance.uniform() * 60)
        lines.push(`${learner},${problem * 6 + step},${skill},${now},${correct ? 1 : 0},`)
      })
    })
  }
  return `${lines.join('\n')}\n`
}

export const syntheticSets = { manyShortLearners, fewLongLearners } as const
