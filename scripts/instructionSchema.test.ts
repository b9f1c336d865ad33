// The published JSON Schema agrees with the importer.
import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { readSource, sampleIds, seal } from '../test/support/instruction/samples.ts'
import { instructionSchemaText, schemaFile } from './instructionSchema.ts'

const ajv = new Ajv2020({ formats: { uri: (text: string) => URL.canParse(text) } })
const validate = ajv.compile(JSON.parse(await readFile(schemaFile, 'utf8')) as object)

describe('the JSON Schema of instructions', () => {
  it('is current: run npm run instruction-schema when this fails', async () => {
    expect(await readFile(schemaFile, 'utf8')).toBe(instructionSchemaText())
  })

  it.each(sampleIds)('accepts the sample %s, as authored and as sealed', async (id) => {
    expect(validate((await readSource(`samples/${id}`)).json)).toBe(true)
    expect(validate((await seal(`samples/${id}`)).instruction)).toBe(true)
  })

  it('rejects what the importer rejects', async () => {
    const source = (await readSource('must-fail/valid')).json as object
    expect(validate(source)).toBe(true)
    expect(validate({ ...source, formatVersion: 2 })).toBe(false)
    expect(validate({ ...source, author: 'me' })).toBe(false)
    expect(validate({ ...source, title: {} })).toBe(false)
    expect(validate({ ...source, steps: [{ step: { id: 'a' } }] })).toBe(false)
  })
})
