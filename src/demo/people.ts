export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly locale: 'vi' | 'th' | 'en'
  readonly roles: readonly ('administrator' | 'translator' | 'editor' | 'terminologist')[]
}

export const demoPeople: readonly DemoPerson[] = [
  { name: 'Đặng Thu Hiền', email: 'hien@tukham.example', locale: 'vi', roles: ['administrator'] },
  { name: 'ศศิธร วงศ์ประเสริฐ', email: 'sasithorn@tukham.example', locale: 'th', roles: ['translator'] },
  { name: 'ณัฐพล ศรีนคร', email: 'nattapol@tukham.example', locale: 'th', roles: ['translator'] },
  { name: 'Phạm Minh Anh', email: 'minhanh@tukham.example', locale: 'en', roles: ['editor'] },
  { name: 'Lê Thị Phương Thảo', email: 'phuongthao@tukham.example', locale: 'vi', roles: ['terminologist'] },
]
