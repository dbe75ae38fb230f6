// Entry of `npm run bench`. No figure is measured yet.
process.stdout.write('no benchmarks yet\n')
