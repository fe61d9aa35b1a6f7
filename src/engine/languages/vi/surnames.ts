/** Vietnamese surnames, the commonest first, then some of minority peoples. */
export const vietnameseSurnames: readonly string[] = (
  'Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đào, Đinh, Trịnh, Đoàn, Mai, Tô, Tạ, Lâm, ' +
  'Trương, Cao, Hà, Lương, Chu, Châu, Thái, Tống, Vương, Quách, Phùng, Kiều, Lưu, Tăng, Từ, Thạch, Triệu, Nghiêm, Nông, Lò, Vi, La, ' +
  'Hứa, Khuất, Doãn, Giang, Bế, Giàng, Sùng, Thào, Vàng, Quàng, Cầm, Đàm, Mạc, Lại, Văn, Ninh, Khổng, Âu, Ông, Thân, Tôn, Viên'
).split(', ')
