/**
 * What Thai newspapers write for the names of countries, months and days besides the full name: the short form of everyday use, the
 * abbreviation, the adjective taken from English (`อเมริกัน`). Names as in the gazette of the Royal Society (2008, revised) and CLDR;
 * abbreviations as in the Royal Society's list. A glossary that wants one form only says so by deprecating the others.
 */
const FORMS: readonly string[] = [
  // Not อเมริกา, which is the continent as well.
  'สหรัฐอเมริกา = สหรัฐฯ | สหรัฐ | อเมริกัน | มะกัน',
  'สหราชอาณาจักร = อังกฤษ | บริเตนใหญ่ | บริเตน | บริติช | ยูเค',
  'อังกฤษ = สหราชอาณาจักร | บริติช',
  'เยอรมนี = เยอรมัน | เยอรมันนี',
  'กรีซ = กรีก',
  'ตุรกี = ตุรเคีย | เติร์ก',
  'เนเธอร์แลนด์ = ดัตช์ | ฮอลแลนด์ | ฮอลันดา',
  'เช็ก = เช็กเกีย | สาธารณรัฐเช็ก',
  'สวิตเซอร์แลนด์ = สวิส',
  'สวีเดน = สวีดิช',
  'ฟินแลนด์ = ฟินนิช',
  'เดนมาร์ก = เดนิช | เดนส์',
  'โปแลนด์ = โปลิช',
  'ไอร์แลนด์ = ไอริช',
  'อิตาลี = อิตาเลียน',
  'สเปน = สแปนิช',
  'ฝรั่งเศส = เฟรนช์',
  'บราซิล = บราซิเลียน',
  'เมียนมา = เมียนมาร์ | พม่า',
  'เมียนมา (พม่า) = เมียนมาร์ | เมียนมา | พม่า',
  'กัมพูชา = เขมร',
  'เกาหลีเหนือ = โสมแดง | สาธารณรัฐประชาธิปไตยประชาชนเกาหลี',
  'เกาหลีใต้ = โสมขาว | สาธารณรัฐเกาหลี',
  'ซาอุดีอาระเบีย = ซาอุดิอาระเบีย | ซาอุฯ | ซาอุ',
  'สหรัฐอาหรับเอมิเรตส์ = ยูเออี | UAE',
  'สหภาพยุโรป = อียู | EU',
  'สหประชาชาติ = ยูเอ็น | UN',
  'ยุโรป = ยูโรเปียน',
  'เอเชีย = เอเชียน',
  'แอฟริกา = แอฟริกัน',
  'มองโกเลีย = มองโกล',
  'เวียดนาม = ญวน',
  'มกราคม = ม.ค. | มกรา',
  'กุมภาพันธ์ = ก.พ. | กุมภา',
  'มีนาคม = มี.ค. | มีนา',
  'เมษายน = เม.ย. | เมษา',
  'พฤษภาคม = พ.ค. | พฤษภา',
  'มิถุนายน = มิ.ย. | มิถุนา',
  'กรกฎาคม = ก.ค. | กรกฎา',
  'สิงหาคม = ส.ค. | สิงหา',
  'กันยายน = ก.ย. | กันยา',
  'ตุลาคม = ต.ค. | ตุลา',
  'พฤศจิกายน = พ.ย. | พฤศจิกา',
  'ธันวาคม = ธ.ค. | ธันวา',
  'วันจันทร์ = จันทร์',
  'วันอังคาร = อังคาร',
  'วันพุธ = พุธ',
  'วันพฤหัสบดี = พฤหัสบดี | วันพฤหัส | พฤหัสฯ | พฤหัส',
  'วันศุกร์ = ศุกร์',
  'วันเสาร์ = เสาร์',
  'วันอาทิตย์ = อาทิตย์',
]

const formsOf: ReadonlyMap<string, readonly string[]> = new Map(
  FORMS.map((line) => {
    const [name = '', forms = ''] = line.split(' = ')
    return [name, forms.split(' | ')]
  }),
)

/** The longest first. `สหรัฐฯ` stands for the country whose name it begins. */
export function otherThaiForms(name: string): readonly string[] {
  const full = name.endsWith('ฯ') ? fullNameOf(name.slice(0, -1)) : name
  const forms = formsOf.get(full) ?? []
  return full === name ? forms : [full, ...forms.filter((form) => form !== name)]
}

const fullNameOf = (beginning: string): string =>
  [...formsOf.keys()].find((name) => name.startsWith(beginning)) ?? beginning
