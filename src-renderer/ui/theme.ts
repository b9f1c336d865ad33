// The design tokens, and the component kit's theme made from them.
import {
  Alert,
  Badge,
  Button,
  Card,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Select,
  Table,
  Textarea,
  TextInput,
} from '@mantine/core'

/** Colours by meaning. Amber asks for attention; red is not used for anything that a person does. */
export const tokens = {
  paper: '#f7f4ec',
  card: '#fffdf8',
  ink: '#1c2a27',
  quiet: '#4f5a55',
  line: '#e0d9c9',
  green: '#14513f',
  greenSoft: '#e1efe7',
  sun: '#ffd34d',
  sunSoft: '#fff3cc',
  amber: '#8a4b00',
  amberSoft: '#ffe9c7',
} as const

const green: MantineColorsTuple = [
  '#edf5f0',
  '#e1efe7',
  '#b3d1c1',
  '#8bb8a1',
  '#659f85',
  '#45886c',
  '#2f7157',
  '#1f604a',
  '#14513f',
  '#0d3a2d',
]
const sun: MantineColorsTuple = [
  '#fffaea',
  '#fff3cc',
  '#ffe9a3',
  '#ffde75',
  '#ffd34d',
  '#f5c22e',
  '#d9a514',
  '#a97f0b',
  '#7a5b06',
  '#4d3903',
]
const amber: MantineColorsTuple = [
  '#fff6e8',
  '#ffe9c7',
  '#ffd799',
  '#f9bd66',
  '#f0a033',
  '#d98215',
  '#b0640a',
  '#8a4b00',
  '#6d3d04',
  '#472702',
]
const gray: MantineColorsTuple = [
  '#faf8f3',
  '#f2eee4',
  '#e7e1d3',
  '#d6cfbf',
  '#bdb5a3',
  '#8f8878',
  '#5f5a4e',
  '#4c483f',
  '#36332c',
  '#24211c',
]

const font = "'Atkinson Hyperlegible', 'Noto Sans', 'Noto Sans Arabic', 'Segoe UI', system-ui, sans-serif"

export const theme = createTheme({
  primaryColor: 'green',
  primaryShade: 8,
  colors: { green, sun, amber, gray },
  black: tokens.ink,
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '700' },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1.0625rem', lg: '1.25rem', xl: '1.5rem' },
  defaultRadius: 'md',
  radius: { xs: '6px', sm: '10px', md: '16px', lg: '20px', xl: '24px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'md', radius: 'xl' } }),
    Card: Card.extend({ defaultProps: { radius: 'xl', padding: 'xl', withBorder: true } }),
    Badge: Badge.extend({ defaultProps: { radius: 'sm', size: 'lg', variant: 'light', tt: 'none' } }),
    Alert: Alert.extend({ defaultProps: { radius: 'lg', role: 'note' } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'xl', padding: 'xl' },
      styles: { title: { fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.25 } },
    }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md', autosize: true, minRows: 3 } }),
    Select: Select.extend({ defaultProps: { size: 'md' } }),
  },
})

/** Exposes the tokens to style sheets as `--paper`, `--ink` and so on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    ...Object.fromEntries(
      Object.entries(tokens).map(([name, value]) => [
        `--${name.replace(/[A-Z]/g, (l) => `-${l.toLowerCase()}`)}`,
        value,
      ]),
    ),
    '--mantine-color-body': tokens.card,
    '--mantine-color-text': tokens.ink,
    '--mantine-color-dimmed': tokens.quiet,
    '--mantine-color-placeholder': tokens.quiet,
    '--mantine-color-default-border': tokens.line,
    '--mantine-color-error': tokens.amber,
  },
  light: {},
  dark: {},
})
