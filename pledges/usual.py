"""What a new covenant begins with: the usual title and closing terms (docs/field.md §6.3). Pure."""


def usual_title(year):
    return f"Bản giao ước thi đua năm {year}"


def usual_closing_terms(word):
    """The closing terms; `word` is what the bloc calls itself, khối or cụm."""
    return (
        f"Các đơn vị thành viên {word} cam kết tổ chức thực hiện đầy đủ các nội dung giao ước "
        "trên và phối hợp, giúp đỡ nhau cùng hoàn thành. Kết quả thực hiện là một căn cứ để "
        f"{word} đánh giá, chấm điểm, bình xét thi đua cuối năm."
    )
