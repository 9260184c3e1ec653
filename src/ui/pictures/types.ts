/** A picture's file, loaded when it comes near the screen. */
export interface PictureFileProps {
  className: string;
  address: string;
  /** What is to be seen, for a screen reader. */
  alt: string;
  /** Called where the file couldn't be loaded. */
  missed: () => void;
}
