// Verifies that the event log is unchanged.
import { Alert, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconLink } from '@tabler/icons-react'
import { formatNumber } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useVerifyLog } from './adminQueries.ts'

export function LogCard() {
  const { words, language } = useStaffWords()
  const { admin } = words
  const verify = useVerifyLog()
  const broken = verify.data?.firstBreak ?? null
  return (
    <Card component="section">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h3">
            {admin.log}
          </Title>
          <Button
            variant="default"
            leftSection={<IconLink size={20} />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {admin.checkLog}
          </Button>
        </Group>
        <Text c="dimmed">{admin.logAbout}</Text>
        <FailureNote error={verify.error} />
        <div role="status">
          {verify.data &&
            (broken === null ? (
              <Alert icon={<IconCircleCheck />}>
                {admin.logWhole(verify.data.events)}
                {verify.data.code !== null && (
                  <Stack gap={4} mt="sm">
                    <Text>{admin.logCode}</Text>
                    <Code fz="lg" fw={700} w="fit-content">
                      {verify.data.code}
                    </Code>
                  </Stack>
                )}
              </Alert>
            ) : (
              <Alert color="amber" icon={<IconAlertTriangle />}>
                {admin.logBroken(formatNumber(broken, language))}
              </Alert>
            ))}
        </div>
      </Stack>
    </Card>
  )
}
