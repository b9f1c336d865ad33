// A finished product: the thing itself, well done, and how many there are now. Those who like it get a little more.
import type { MediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { useBench } from '../benchContext.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import styles from './CycleDone.module.css'

type Props = { readonly picture: MediaRef; readonly finished: number; readonly rewards: boolean }

/** More than this many small pictures say no more than the number. */
const mostPictures = 10
const paperColours = ['#ffd34d', '#3fada5', '#e2653f', '#5fbd5c', '#7fc3d6']
const papers = Array.from({ length: 28 }, (_, index) => ({
  left: (index * 37) % 100,
  delayMs: (index * 131) % 900,
  turn: (index * 67) % 360,
  colour: paperColours[index % paperColours.length] ?? '',
}))

export function CycleDone({ picture, finished, rewards }: Props) {
  const { words, language } = useBench()
  return (
    <section className={styles.done}>
      {rewards && (
        <div className={styles.papers} aria-hidden="true">
          {papers.map(({ left, delayMs, turn, colour }) => (
            <span
              key={`${left}-${turn}`}
              style={{
                insetInlineStart: `${left}%`,
                animationDelay: `${delayMs}ms`,
                rotate: `${turn}deg`,
                background: colour,
              }}
            />
          ))}
        </div>
      )}
      <div className={styles.product}>
        <Pictogram media={picture} language={language} decorative />
      </div>
      <div role="status">
        <h1 className={styles.title}>
          <Spoken text={words.work.wellDone} />
        </h1>
        <p className={styles.total}>{words.work.productsMade(finished)}</p>
      </div>
      <div className={styles.shelf} aria-hidden="true">
        {Array.from({ length: Math.min(finished, mostPictures) }, (_, index) => (
          <Pictogram key={index} media={picture} language={language} decorative />
        ))}
      </div>
    </section>
  )
}
