"""Who may open what: the table, the objects its addresses need, and the visitor that opens them."""
