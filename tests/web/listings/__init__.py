"""What sponsored places may do, and what they may not."""
