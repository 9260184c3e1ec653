export default definePageConfig({
  navigationBarTitleText: '你有哪些权利',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
