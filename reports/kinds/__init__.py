"""One module a kind of paper: it gathers plain values from the rows and puts them on a sheet."""
