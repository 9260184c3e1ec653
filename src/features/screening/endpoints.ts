/** Every screening session that is not over; narrowed down on the phone. */
export const SCREENING_SESSIONS_PATH = '/api/v1/sessions?kind=screening';
