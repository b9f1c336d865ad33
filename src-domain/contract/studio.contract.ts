// What the supervisor's studio asks of the service.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { benchLayoutSchema } from '../geometry/benchLayout.schema.ts'
import { layoutIdSchema, taskIdSchema } from '../ids.ts'
import { bindingSchema } from '../instruction/binding.ts'
import { instructionSchema } from '../instruction/instruction.schema.ts'
import { textSchema } from '../instruction/language.ts'
import { mediaRefSchema } from '../instruction/mediaRef.ts'
import { catalogueNamesSchema } from './catalogueNames.schema.ts'
import { commonErrors, problemSchema } from './errors.ts'

const command = oc.errors(commonErrors)

export const taskRowSchema = z.strictObject({
  id: taskIdSchema,
  version: z.int(),
  title: textSchema,
  picture: mediaRefSchema,
  stepCount: z.int(),
  languages: z.array(z.string()),
  importedWallMs: z.number(),
  problems: z.array(problemSchema).describe('what keeps it from being started at this bench'),
})

export const taskDetailSchema = z.strictObject({
  instruction: instructionSchema,
  media: z.record(z.string(), mediaRefSchema),
  binding: bindingSchema,
  layout: benchLayoutSchema,
  problems: z.array(problemSchema),
  catalogue: catalogueNamesSchema,
})

export const studioContract = {
  tasks: command.output(z.array(taskRowSchema)),
  task: command.input(z.strictObject({ taskId: taskIdSchema })).output(taskDetailSchema),
  layouts: command.output(
    z.array(
      z.strictObject({ id: layoutIdSchema, name: z.string(), bins: z.int(), zones: z.int(), current: z.boolean() }),
    ),
  ),
  layout: command.input(z.strictObject({ layoutId: layoutIdSchema })).output(benchLayoutSchema),
  putLayout: command.input(z.strictObject({ layout: benchLayoutSchema, current: z.boolean() })).output(z.void()),
  saveBinding: command
    .input(bindingSchema)
    .output(z.strictObject({ problems: z.array(problemSchema) }))
    .errors(commonErrors),
  importPackage: command
    .input(z.strictObject({ bytes: z.file().max(200_000_000) }))
    .output(z.strictObject({ taskId: taskIdSchema, version: z.int() }))
    .errors({ MALFORMED_PACKAGE: { data: z.strictObject({ problems: z.array(problemSchema) }) } }),
}

export type TaskRow = Readonly<z.infer<typeof taskRowSchema>>
export type TaskDetail = Readonly<z.infer<typeof taskDetailSchema>>
