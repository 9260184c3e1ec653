export default definePageConfig({
  navigationBarTitleText: '查之前想知道的',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
