export default definePageConfig({ navigationBarTitleText: '创新案例', enableShareAppMessage: true });
