"""Real names, each list in the order that ICU 72 gives them under the locale `vi`."""

PROVINCES = """
An Giang
Bà Rịa - Vũng Tàu
Bạc Liêu
Bắc Giang
Bắc Kạn
Bắc Ninh
Bến Tre
Bình Dương
Bình Định
Bình Phước
Bình Thuận
Cà Mau
Cao Bằng
Cần Thơ
Đà Nẵng
Đắk Lắk
Đắk Nông
Điện Biên
Đồng Nai
Đồng Tháp
Gia Lai
Hà Giang
Hà Nam
Hà Nội
Hà Tĩnh
Hải Dương
Hải Phòng
Hậu Giang
Hòa Bình
Hồ Chí Minh
Huế
Hưng Yên
Khánh Hòa
Kiên Giang
Kon Tum
Lai Châu
Lạng Sơn
Lào Cai
Lâm Đồng
Long An
Nam Định
Nghệ An
Ninh Bình
Ninh Thuận
Phú Thọ
Phú Yên
Quảng Bình
Quảng Nam
Quảng Ngãi
Quảng Ninh
Quảng Trị
Sóc Trăng
Sơn La
Tây Ninh
Thái Bình
Thái Nguyên
Thanh Hóa
Thừa Thiên Huế
Tiền Giang
Trà Vinh
Tuyên Quang
Vĩnh Long
Vĩnh Phúc
Yên Bái
""".strip().splitlines()

OFFICES = """
An
Án
Ánh
ăn
Ăn
Ân
Ẩn
Ấn
Ban An toàn giao thông
Ban Dân tộc
Ban Dân vận Tỉnh ủy
Ban Tổ chức Tỉnh ủy
Ban Tuyên giáo và Dân vận Tỉnh ủy
Công an tỉnh
Công đoàn Viên chức tỉnh
Cụm thi đua các huyện đồng bằng
Cụm thi đua số 7
Đài Phát thanh và Truyền hình
Đảng ủy Khối Các cơ quan
Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh
Hoa
Hoà
Hòa
Hỏa
Hõa
Hóa
Họa
Hội Chữ thập đỏ tỉnh
Hội Cựu chiến binh tỉnh
Hội Cựu thanh niên xung phong tỉnh
Hội Khuyến học tỉnh
Hội Liên hiệp Phụ nữ tỉnh
Hội Luật gia tỉnh
Hội Người cao tuổi tỉnh
Hội Nhà báo tỉnh
hội nông dân
Hội nông dân
HỘI NÔNG DÂN
Hội Nông dân tỉnh
Hội Văn học nghệ thuật tỉnh
Kho bạc Nhà nước
Khối thi đua số 1
Khối thi đua số 10
Khối thi đua số 2
Liên đoàn Lao động tỉnh
Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh
Liên minh Hợp tác xã tỉnh
Sở Dân tộc và Tôn giáo
Sở Giáo dục và Đào tạo
Sở Nội vụ
Sở Tài chính
Sở Y tế
Thành đoàn Cần Thơ
Thanh tra tỉnh
Tỉnh đoàn
Tòa án nhân dân tỉnh
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
Ủy ban nhân dân tỉnh
Văn phòng Tỉnh ủy
Viện kiểm sát nhân dân tỉnh
""".strip().splitlines()
