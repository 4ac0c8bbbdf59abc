"""The wallet: hand in a certificate by camera or file, see it read, confirm what it says, keep it as proof."""
