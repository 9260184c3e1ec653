// Read by Taro's webpack runner. React's automatic JSX runtime is part of the preset.
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };
