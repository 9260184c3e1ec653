// Read by Taro's webpack runner. React's automatic JSX runtime is part of the preset; its fast refresh is another
// package, which the development build would ask for.
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]] };
