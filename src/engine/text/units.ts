/** What can be measured. Amounts of one measure can be compared when both units have a size. */
export type Measure = 'length' | 'area' | 'mass' | 'volume' | 'time' | 'speed' | 'temperature' | 'money'

export interface Unit {
  readonly measure: Measure
  /** In metres, square metres, kilograms, litres, seconds or metres a second; absent where no fixed rate holds (currencies, °F). */
  readonly size?: number
}

const unit = (measure: Measure, size?: number): Unit => (size === undefined ? { measure } : { measure, size })

/** The units that language packs name; sizes from the SI Brochure (2019) and the international yard and pound (1959). */
export const UNITS = {
  mm: unit('length', 0.001),
  cm: unit('length', 0.01),
  m: unit('length', 1),
  km: unit('length', 1000),
  inch: unit('length', 0.0254),
  foot: unit('length', 0.3048),
  yard: unit('length', 0.9144),
  mile: unit('length', 1609.344),
  'nautical-mile': unit('length', 1852),
  m2: unit('area', 1),
  km2: unit('area', 1e6),
  ha: unit('area', 1e4),
  rai: unit('area', 1600),
  acre: unit('area', 4046.856),
  g: unit('mass', 0.001),
  kg: unit('mass', 1),
  quintal: unit('mass', 100),
  tonne: unit('mass', 1000),
  pound: unit('mass', 0.45359237),
  litre: unit('volume', 1),
  m3: unit('volume', 1000),
  gallon: unit('volume', 3.785411784),
  second: unit('time', 1),
  minute: unit('time', 60),
  hour: unit('time', 3600),
  day: unit('time', 86_400),
  week: unit('time', 604_800),
  month: unit('time', 2_629_746),
  year: unit('time', 31_556_952),
  decade: unit('time', 315_569_520),
  century: unit('time', 3_155_695_200),
  'km/h': unit('speed', 1 / 3.6),
  mph: unit('speed', 0.44704),
  celsius: unit('temperature'),
  fahrenheit: unit('temperature'),
  VND: unit('money'),
  USD: unit('money'),
  EUR: unit('money'),
  GBP: unit('money'),
  THB: unit('money'),
  JPY: unit('money'),
  CNY: unit('money'),
  KRW: unit('money'),
  RUB: unit('money'),
  INR: unit('money'),
} as const satisfies Readonly<Record<string, Unit>>

export type UnitId = keyof typeof UNITS

export const unitOf = (id: string): Unit | undefined => (UNITS as Readonly<Record<string, Unit>>)[id]

/** Currency signs, which stand before or after a figure in every language. */
export const CURRENCY_SIGNS = {
  USD: '$|US$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: '¥',
  THB: '฿',
  VND: '₫',
} as const satisfies Partial<Record<UnitId, string>>
