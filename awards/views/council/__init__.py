"""Pages of the province: submissions received, appraisal, the council, decisions, money."""
