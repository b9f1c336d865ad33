// Writes instructions/instruction.schema.json, for validation and completion in an author's editor: npm run instruction-schema
import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { instructionSchema, mediaSchema } from '../src-domain/instruction/instruction.schema.ts'

/** The location of the schema file. */
export const schemaFile = new URL('../instructions/instruction.schema.json', import.meta.url)

const authoredMediaSchema = mediaSchema.omit({ sha256: true, type: true, bytes: true }).extend({
  file: z.string().min(1).describe('the name of a file in `pictograms/`; sealing puts its hash, type and size here'),
})

/**
 * The instruction format as JSON Schema 2020-12 text, for `instruction.source.json` as authored and for `instruction.json` as
 * sealed.
 */
export function instructionSchemaText(): string {
  const { media } = instructionSchema.shape
  const authored = instructionSchema
    .extend({ media: z.record(media.keyType, z.union([mediaSchema, authoredMediaSchema])) })
    .describe('A Handwijzer instruction. References between its parts are checked when it is sealed: see FORMAT.md.')
  return `${JSON.stringify(z.toJSONSchema(authored, { io: 'input' }), null, 2)}\n`
}

if (import.meta.main) {
  await writeFile(schemaFile, instructionSchemaText())
  console.log('instructions/instruction.schema.json is current.')
}
