export interface SearchFieldProps {
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
  /** The reader pressed the keyboard's search key. */
  onSearch?: (value: string) => void;
  autoFocus?: boolean;
}
