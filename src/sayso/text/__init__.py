"""What can be read off a text without a model: paragraphs, quotation marks, words."""
