"""The pages of the blocs, one file a subject: fetch what is visible, require, one verb, answer."""
