"""What the workbook of awards and its reader agree on; in Vietnamese, whatever the page speaks."""

from pledges.commending import Recipients

SHEET, LISTS, BODIES = "Khen thưởng", "Danh mục", "Đơn vị"
TITLE = "DANH SÁCH KHEN THƯỞNG"
HEADS = {
    "year": "Năm thành tích",
    "number": "Số quyết định",
    "dated": "Ngày quyết định",
    "issuer": "Cơ quan quyết định",
    "kind": "Hình thức khen thưởng",
    "recipient": "Tập thể/Cá nhân",
    "person": "Họ và tên",
    "position": "Chức vụ",
    "organisation": "Đơn vị",
    "code": "Mã đơn vị",
    "sex": "Giới tính",
    "recipient_class": "Nhóm đối tượng",
    "method": "Phương thức khen thưởng",
    "achievement": "Thành tích",
}
# Without these there is no heading; the others may be missing as columns.
NEEDED = ("year", "kind", "organisation", "achievement")
RECIPIENTS = {"collective": "tập thể", "person": "cá nhân"}
SEXES = {"female": "nữ", "male": "nam"}
CLASSES = {
    Recipients.TOP_LEADER: "lãnh đạo cấp bộ, cấp tỉnh",
    Recipients.SENIOR_LEADER: "lãnh đạo cấp vụ, cấp sở",
    Recipients.ENTREPRENEUR: "doanh nhân",
    Recipients.OTHER_LEADER: "lãnh đạo khác từ phó phòng trở lên",
    Recipients.DIRECT: "người trực tiếp công tác, lao động, học tập",
}
METHODS = {
    "regular": "thường xuyên (công trạng)",
    "thematic": "chuyên đề",
    "extraordinary": "đột xuất",
    "external": "đối ngoại",
    "lifelong": "cống hiến",
    "length": "niên hạn",
}
# What people write shorter; the keys are search keys.
SHORT = {
    "truc tiep": Recipients.DIRECT,
    "nguoi truc tiep": Recipients.DIRECT,
    "nguoi truc tiep cong tac": Recipients.DIRECT,
    "nguoi lao dong": Recipients.DIRECT,
    "lanh dao khac": Recipients.OTHER_LEADER,
    "thuong xuyen": "regular",
    "cong trang": "regular",
}
MOST_ROWS = 3000
MOST_TAGS = 400_000
