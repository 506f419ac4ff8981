"""What decrees and letters share: paper, type, pieces of data, wording from data, body, closing."""
