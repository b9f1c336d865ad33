// The drawn pictures to choose from, as radio buttons with keyboard navigation.
import { Input } from '@mantine/core'
import { useId } from 'react'
import { PersonPicture } from '../ui/personPictures/PersonPicture.tsx'
import { pictureNames } from '../ui/personPictures/personPictures.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './PictureChoice.module.css'

type Props = { readonly value: string; readonly onChange: (name: string) => void }

export function PictureChoice({ value, onChange }: Props) {
  const { words } = useStaffWords()
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <Input.Label id={id} component="p" size="md" m={0}>
        {words.admin.picture}
      </Input.Label>
      <Input.Description size="md">{words.admin.pictureAbout}</Input.Description>
      <div className={styles.pictures}>
        {pictureNames.map((name) => (
          <label key={name} className={styles.picture}>
            <input
              type="radio"
              name={id}
              checked={name === value}
              onChange={() => onChange(name)}
              aria-label={words.pictures[name]}
            />
            <PersonPicture name={name} size={60} />
          </label>
        ))}
      </div>
    </div>
  )
}
