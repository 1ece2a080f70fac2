"""What the workbook of a criteria set is made of; in Vietnamese, whatever the page speaks."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ..arithmetic import CENT
from ..kinds import CriterionKind, Method, NotApplicable

SHEET = "Tiêu chí"
TITLE, STEP, POLICY, NOTE, SAMPLE = (
    "Tên bộ tiêu chí",
    "Làm tròn điểm đến",
    "Tiêu chí không áp dụng",
    "Căn cứ, ghi chú",
    "Bộ mẫu",
)
HEADS = {
    "code": "Mã",
    "parent": "Thuộc mục",
    "text": "Nội dung",
    "kind": "Loại điểm",
    "maximum": "Điểm tối đa",
    "method": "Cách chấm",
    "unit": "Đơn vị tính",
    "target": "Kế hoạch",
    "floor": "Không có điểm nếu dưới (% kế hoạch)",
    "each": "Điểm cho mỗi lần",
    "meets": "% điểm tối đa khi đạt kế hoạch",
    "over": "% điểm tối đa cho mỗi 1 % vượt",
    "over_cap": "Thưởng vượt tối đa",
    "deadline": "Tính chậm từ mốc",
    "tiers": "Các bậc",
    "may_not_apply": "Có thể không áp dụng",
    "examples": "Ví dụ tính điểm",
}
NUMBERS = ("maximum", "target", "floor", "each", "meets", "over", "over_cap")
YES, NO = "có", "không"
KINDS = {
    CriterionKind.ORDINARY: "điểm chính",
    CriterionKind.BONUS: "điểm thưởng",
    CriterionKind.PENALTY: "điểm trừ",
}
METHODS = {
    Method.JUDGED: "chấm theo mức độ",
    Method.PRO_RATA: "định lượng",
    Method.LOWER_IS_BETTER: "định lượng nghịch",
    Method.TIERS: "theo bậc",
    Method.STEPS_DOWN: "trừ dần",
    Method.YES_NO: "có/không",
    Method.PER_OCCURRENCE: "đếm",
    Method.RELATIVE: "so với đơn vị cao nhất khối",
    Method.LEADER: "đạt kế hoạch được một phần, cao nhất khối được tối đa",
    Method.DAYS_LATE: "trừ theo số ngày chậm",
    Method.OVER_FULFILMENT: "thưởng vượt kế hoạch",
}
DEADLINES = {
    "": "",
    "signing": "ký kết giao ước",
    "half_year_report": "báo cáo sơ kết 6 tháng",
    "self_score": "tự chấm điểm",
    "cross_check": "kiểm tra chéo",
    "meeting": "họp bình xét",
    "year_end_report": "báo cáo tổng kết năm",
    "dossier": "hồ sơ khen thưởng",
}
POLICIES = {
    NotApplicable.NEVER: "mọi tiêu chí áp dụng cho mọi đơn vị",
    NotApplicable.FULL: "tính điểm tối đa",
    NotApplicable.RESCALE: "không tính, quy đổi phần còn lại",
}
# How tiers and examples stand in a cell, one a line.
BEGINS = re.compile(r"(?:(?P<label>.*\S) +\(≥ (?P<from>[^()]+)\)|≥ (?P<alone>[^()]+))")
FIGURE, TARGET, BEST = "thực hiện", "kế hoạch", "cao nhất khối"


@dataclass(frozen=True)
class SetContent:
    """A whole criteria set as plain values: what a workbook holds."""

    title: str
    sections: tuple = ()
    note: str = ""
    rounding_step: Decimal = CENT
    not_applicable: str = ""
    is_sample: bool = False
