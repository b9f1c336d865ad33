// Writes the measurement as an HTML page: a table of all events, and pictures of each miss and false positive.
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { ClipScore, Perceived } from './score.ts'
import type { Summary } from './summary.ts'

export type ReportedClip = {
  readonly name: string
  /** The path of the video, for pictures; null where there is none. */
  readonly film: string | null
  readonly score: ClipScore
  readonly summary: Summary
}

const run = promisify(execFile)
const pictureOffsetsMs = [-240, 0, 240]

/** Writes the page. */
export async function writeReport(file: string, clips: readonly ReportedClip[]): Promise<void> {
  const sections = await Promise.all(clips.map((clip) => section(clip)))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, page(clips, sections))
}

async function section({ name, film, score }: ReportedClip): Promise<string> {
  const mistakes = [
    ...score.falseOnes.map((one) => ({ words: `False: ${words(one)}`, atMs: one.interaction.atMs })),
    ...score.events
      .filter(({ perceived }) => perceived === null)
      .map(({ event }) => ({
        words: `Missed: ${event.type} ${event.targets.join(', ')}`,
        atMs: Math.max(...Object.values(event.timesMs)),
      })),
  ]
  const shown = await Promise.all(
    mistakes.map(async (mistake) => {
      const pictures =
        film === null ? [] : await Promise.all(pictureOffsetsMs.map((by) => still(film, mistake.atMs + by)))
      const images = pictures.map((data) => `<img alt="" src="data:image/jpeg;base64,${data}">`).join('')
      return `<figure><figcaption>${escape(mistake.words)} at ${Math.round(mistake.atMs)} ms</figcaption>${images}</figure>`
    }),
  )
  const rows = score.events.map(({ event, perceived }) => {
    const late = perceived === null ? '' : Math.round(perceived.knownMs - Math.max(...Object.values(event.timesMs)))
    const told =
      perceived === null
        ? '<td class="bad">missed</td><td></td><td></td>'
        : `<td>${perceived.interaction.confidence.toFixed(2)}</td><td>${perceived.interaction.sources.join(' + ')}</td><td>${late}</td>`
    return `<tr><td>${event.type}</td><td>${escape(event.targets.join(', '))}</td><td>${Math.min(...Object.values(event.timesMs))}</td>${told}</tr>`
  })
  return `<h2 id="${escape(name)}">${escape(name)}</h2>${shown.join('')}
<table><tr><th>event</th><th>target</th><th>from, ms</th><th>confidence</th><th>evidence</th><th>known after it ended, ms</th></tr>${rows.join('')}</table>`
}

const words = ({ interaction: { kind, target, confidence } }: Perceived) =>
  `${kind} ${target ?? ''} (${confidence.toFixed(2)})`

async function still(film: string, atMs: number): Promise<string> {
  const seek = (Math.max(0, atMs) / 1000).toFixed(3)
  const order = ['-v', 'error', '-ss', seek, '-i', film, '-frames:v', '1', '-vf', 'scale=320:-2', '-f', 'mjpeg', '-']
  const { stdout } = await run('ffmpeg', order, { encoding: 'buffer', maxBuffer: 1e7 })
  return stdout.toString('base64')
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function page(clips: readonly ReportedClip[], sections: readonly string[]): string {
  const rows = clips.map(({ name, summary: { kinds, tricks, tricksFired, latencyMs, calibration } }) => {
    const cell = ({ tp, fp, fn }: (typeof kinds)['pick']) =>
      `<td${fp + fn > 0 ? ' class="bad"' : ''}>${tp} of ${tp + fn}${fp > 0 ? `, ${fp} false` : ''}</td>`
    return `<tr><td><a href="#${escape(name)}">${escape(name)}</a></td>${cell(kinds.pick)}${cell(kinds.place)}${cell(kinds.press)}<td>${tricksFired} of ${tricks}</td><td>${latencyMs.p50} / ${latencyMs.p95}</td><td>${calibration.ece}</td></tr>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>How well perception sees</title>
<style>body{font:16px/1.5 system-ui;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2430}table{border-collapse:collapse;margin:1rem 0}
td,th{padding:.25rem .75rem;border-bottom:1px solid #d8dde4;text-align:left}.bad{color:#a11;font-weight:600}figure{margin:1rem 0}img{margin-right:.5rem;border-radius:4px}</style>
<h1>How well perception sees</h1>
<table><tr><th>clip</th><th>picks</th><th>places</th><th>presses</th><th>tricks fired</th><th>known after the hand was away, ms (p50 / p95)</th><th>calibration error</th></tr>${rows.join('')}</table>
${sections.join('\n')}</html>`
}
