import { describe, expect, it } from 'vitest'
import { benchFactSchema } from '../../src-domain/event/benchFact.schema.ts'
import { sessionFactSchema, siteFactSchema } from '../../src-domain/event/event.schema.ts'
import { versionOf } from '../../src-domain/event/factVersions.ts'
import { readPractice } from '../../src-main/service/learning/practice.ts'
import { schemaVersion } from '../../src-main/store/migrate.ts'
import type { Store } from '../../src-main/store/store.ts'
import { openTestStore } from '../support/stores.ts'
import { exhibits, openExhibit } from './exhibits.ts'

const types = [sessionFactSchema, siteFactSchema, benchFactSchema].flatMap(({ options }) =>
  options.map(({ shape }) => shape.type.value),
)

/** What the read models hold of everyone. */
const practice = ({ progress, proposals, coaching }: Store) => ({
  proposals: proposals.all(),
  people: progress.practisers().map((personId) => ({
    attempts: progress.attempts(personId),
    cycles: progress.cycles(personId),
    tasks: progress.tasksOf(personId),
    contests: progress.contestsOf(personId),
    corrections: [...coaching.correctionsOf(personId)],
    resets: coaching.resetsOf(personId),
    arrangement: coaching.arrangementOf(personId),
    notes: coaching.notesOf(personId),
  })),
})

describe.each(exhibits)('the database of schema %i', (schema) => {
  it('opens, holds its chain, and replays to what it was', async () => {
    const store = openTestStore(openExhibit(schema))
    expect(store.events.verify('all')).toBeNull()
    expect([...store.events.read(1)]).toHaveLength(store.events.lastSeq())
    const kept = practice(store)
    expect(kept.people[0]?.attempts.length).toBeGreaterThan(50)
    await store.views.rebuild()
    expect(practice(store)).toEqual(kept)
    store.close()
  })
})

describe('the database of schema 7', () => {
  it('begins an epoch after its last event, and signs what was before as a segment', () => {
    const store = openTestStore(openExhibit(7))
    expect(store.events.byNumber(231)?.fact).toMatchObject({ type: 'epochStarted', because: 'upgraded' })
    expect(store.events.segments().map(({ head }) => head)).toMatchObject([
      { number: 1, epoch: 0, signedIn: 1, fromSeq: 1, toSeq: 230 },
    ])
    expect([...store.events.read(1)].findIndex(({ epoch }) => epoch === 1)).toBe(230)
    store.close()
  })

  it('keeps what coaches wrote into its events, now among the texts', () => {
    const store = openTestStore(openExhibit(7))
    const words = store.proposals.all().map(({ state, textId }) => [state, textId && store.texts.of(textId)])
    expect(words).toEqual([
      // Half a surrogate pair has no place in UTF-8.
      ['declined', expect.stringMatching(/^Not yet: \ufffd+ half\.$/) as unknown],
      ['awarded', 'Goed gedaan, Zoë! 👏'],
    ])
    const [personId] = store.progress.practisers()
    const [note] = personId ? store.coaching.notesOf(personId) : []
    expect(note && store.texts.of(note.noteId)).toBe('Likes to sort the caps first.')
    store.close()
  })

  it('knows what was practised, though it named a version and no package', () => {
    const store = openTestStore(openExhibit(7))
    const [personId] = store.progress.practisers()
    if (personId === undefined) throw new Error('Nobody practised.')
    const practice = readPractice(store, personId)
    expect(practice).toHaveLength(store.progress.attempts(personId).length)
    expect(practice.every(({ aspects }) => aspects !== undefined)).toBe(true)
    store.close()
  })

  it('points at a corrected attempt by bench, epoch and number', () => {
    const store = openTestStore(openExhibit(7))
    const judged = [...store.events.read(1)].flatMap(({ fact }) => (fact.type === 'attemptJudged' ? fact : []))
    const [epoch] = store.events.epochs()
    expect(judged).toMatchObject([{ attempt: { benchId: epoch?.benchId, epoch: 0 } }])
    const [first] = judged
    expect(first && store.events.byNumber(first.attempt.seq)?.fact.type).toBe('stepCompleted')
    store.close()
  })
})

describe('the museum', () => {
  it('shows the format that this program writes', () => {
    expect(exhibits).toContain(schemaVersion)
  })

  it('shows every version of every type of fact', () => {
    const shown = new Set(
      exhibits.flatMap((schema) => {
        const store = openTestStore(openExhibit(schema))
        const written = [...store.events.read(1)].map(({ type, version }) => `${type}/${version}`)
        store.close()
        return written
      }),
    )
    const known = types.flatMap((type) => Array.from({ length: versionOf(type) }, (_, i) => `${type}/${i + 1}`))
    expect(known.filter((version) => !shown.has(version))).toEqual([])
  })
})
