import { scaleLinear, type ScaleLinear } from 'd3-scale'

/** One line of a chart. Without a value it is not drawn, and its words say why. */
export interface BarRow {
  readonly label: string
  /** What is said at the end of the line. */
  readonly shown: string
  readonly value: number | null
  /** Between which the middle half lies; the value is then marked in it. */
  readonly range?: readonly [number, number]
}

/** Where everything stands in the picture, in its own units; a telephone shows it in about its own size. */
export interface Bars {
  readonly width: number
  readonly height: number
  readonly bottom: number
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly rows: readonly {
    readonly label: string
    readonly shown: string
    readonly y: number
    readonly bar: { readonly x: number; readonly width: number } | null
    readonly middle: number | null
  }[]
}

const width = 360
const rowHeight = 40
const edge = 4

export function bars(rows: readonly BarRow[], format: (value: number) => string, whole?: number): Bars {
  const largest = Math.max(0, ...rows.map(({ value, range }) => Math.max(value ?? 0, range?.[1] ?? 0)))
  const scale = scaleLinear()
    .domain([0, whole ?? (largest === 0 ? 1 : largest)])
    .range([edge, width - edge])
  if (whole === undefined) scale.nice(4)
  const bottom = rows.length * rowHeight + edge
  return {
    width,
    height: bottom + 22,
    bottom,
    ticks: ticks(scale, format),
    rows: rows.map(({ label, shown, value, range }, index) => ({
      label,
      shown,
      y: index * rowHeight + edge,
      bar:
        value === null
          ? null
          : range
            ? { x: round(scale(range[0])), width: round(Math.max(2, scale(range[1]) - scale(range[0]))) }
            : { x: edge, width: round(scale(value) - edge) },
      middle: value !== null && range ? round(scale(value)) : null,
    })),
  }
}

/** As many as can be told apart, at most four steps: rounded, small figures soon read the same. */
function ticks(scale: ScaleLinear<number, number>, format: (value: number) => string): Bars['ticks'] {
  const [some = []] = [4, 2, 1]
    .map((steps) => scale.ticks(steps).map((tick) => ({ x: round(scale(tick)), label: format(tick) })))
    .filter((marks) => new Set(marks.map(({ label }) => label)).size === marks.length)
  return some
}

const round = (value: number) => Math.round(value * 10) / 10
