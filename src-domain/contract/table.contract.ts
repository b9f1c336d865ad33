// What the table window and its perception ask of the service.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { calibrationContextSchema, calibrationSchema } from '../calibration/calibration.schema.ts'
import { benchLayoutSchema } from '../geometry/benchLayout.schema.ts'
import { mediaRefSchema } from '../instruction/mediaRef.ts'
import { interactionSchema, sightStateSchema } from '../perception/interaction.schema.ts'
import { commonErrors } from './errors.ts'

const command = oc.errors(commonErrors)

/** The bench's layout and which part lies in which bin, so that the virtual bench can fill its bins. */
export const tableSetupSchema = z.strictObject({
  layout: benchLayoutSchema,
  stock: z.array(
    z.strictObject({
      binId: z.string(),
      partId: z.string(),
      contour: z.array(z.tuple([z.number(), z.number()])),
      picture: mediaRefSchema,
    }),
  ),
})
export type TableSetup = Readonly<z.infer<typeof tableSetupSchema>>

export const tableContract = {
  setup: command.output(tableSetupSchema),
  /** Durable before it returns; says which revision of the bench's state it led to. */
  interaction: command.input(interactionSchema).output(z.strictObject({ revision: z.int() })),
  /** How light and sight are registered to the table; null until a calibration was accepted. The window checks that it still holds. */
  calibration: command
    .input(calibrationContextSchema.pick({ bench: true, surface: true }))
    .output(calibrationSchema.nullable()),
  /** A calibration put right after light or camera moved; logged. */
  realign: command
    .input(
      z.strictObject({
        calibration: calibrationSchema,
        moved: z.enum(['camera', 'projector', 'both']),
        mm: z.number().nonnegative(),
        asked: z.boolean(),
      }),
    )
    .output(z.void()),
  saveCalibration: command.input(calibrationSchema).output(z.void()),
  sight: command.input(z.strictObject({ state: sightStateSchema })).output(z.void()),
}
